import sys
sys.exitt()

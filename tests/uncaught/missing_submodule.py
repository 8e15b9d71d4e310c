import os.pth
